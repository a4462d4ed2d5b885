package org.muniment.request;

import java.util.List;
import org.muniment.fee.FeeDesk;
import org.springframework.stereotype.Component;

/// A fee that was asked and is neither paid nor waived keeps a request open.
@Component
final class OpenFees implements ClosingObstacle {
    private final FeeDesk fees;

    OpenFees(FeeDesk fees) {
        this.fees = fees;
    }

    @Override
    public List<String> standingInTheWay(RequestId request) {
        return fees.standingInTheWay(request.number());
    }

    @Override
    public String tab() {
        return "fees";
    }
}
