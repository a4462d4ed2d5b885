package org.muniment.message;

import java.util.ArrayList;
import java.util.List;

/// This gives a message that was read inside another the paths it has by itself.
final class Rebasing {
    private Rebasing() {}

    static Message toItself(Message message, String address) {
        return rebased(message, address, address.length() + 1);
    }

    private static Message rebased(Message message, String base, int prefixLength) {
        List<Part> parts = new ArrayList<>(message.parts().size());
        for (Part part : message.parts()) parts.add(rebased(part, base, prefixLength));
        List<Defect> defects = new ArrayList<>(message.defects().size());
        for (Defect defect : message.defects()) {
            boolean isPath = defect.where().startsWith(base + "/");
            String where = isPath ? defect.where().substring(prefixLength) : defect.where();
            defects.add(new Defect(defect.kind(), where, defect.detail()));
        }
        return message.with(base, List.copyOf(parts), List.copyOf(defects));
    }

    private static Part rebased(Part part, String base, int prefixLength) {
        PartContent content = part.content() instanceof PartContent.AttachedMessage attached
                ? new PartContent.AttachedMessage(rebased(attached.message(), base, prefixLength))
                : part.content();
        return part.with(part.path().substring(prefixLength), content);
    }
}
