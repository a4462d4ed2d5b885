package org.muniment.message;

import java.util.ArrayList;
import java.util.List;

/// This collects what is wrong with one message, within the capture's budget.
final class Defects {
    private final Budget budget;
    private final List<Defect> found = new ArrayList<>(0);

    Defects(Budget budget) {
        this.budget = budget;
    }

    /// What hides text is always noted once, whatever the budget.
    void add(DefectKind kind, String where, String detail) {
        boolean mustStand = kind.hidesText() && found.stream().noneMatch(Defect::hidesText);
        if (budget.takeDefect() || mustStand) found.add(new Defect(kind, where, detail));
    }

    List<Defect> all() {
        return List.copyOf(found);
    }
}
