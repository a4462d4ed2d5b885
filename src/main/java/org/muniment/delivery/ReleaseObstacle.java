package org.muniment.delivery;

import java.util.List;
import org.muniment.request.ClosingObstacle;
import org.muniment.request.RequestId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// A request is not closed while a release of it is prepared and nobody has finalised or withdrawn it.
@Component
final class ReleaseObstacle implements ClosingObstacle {
    private final DeliveryTable table;

    ReleaseObstacle(WorkflowDatabase database) {
        this.table = DeliveryTable.in(database);
    }

    @Override
    public List<String> standingInTheWay(RequestId request) {
        return table.of(request).stream()
                .filter(one ->
                        one.state() instanceof DeliveryState.Prepared || one.state() instanceof DeliveryState.Preparing)
                .map(one -> "Release part %d is prepared and not finalised. Finalise it, or withdraw it."
                        .formatted(one.part()))
                .toList();
    }

    @Override
    public String tab() {
        return "release";
    }
}
