package org.muniment.fee;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.fee.FeeRules.Free;
import org.muniment.law.Provision;

/// What is left of each free quantity while the lines of one fee are reckoned, one after another.
final class FreeQuantities {
    private final Map<Free, BigDecimal> left = new LinkedHashMap<>();

    FreeQuantities(List<Free> rules, FeeCircumstances circumstances) {
        rules.stream().filter(free -> applies(free, circumstances)).forEach(free -> left.put(free, free.quantity()));
    }

    /// An unknown population gives the free hours: what is in doubt is not charged.
    private static boolean applies(Free free, FeeCircumstances circumstances) {
        if (!free.whom().is(circumstances)) return false;
        return free.populationOver()
                .filter(limit -> circumstances
                        .population()
                        .filter(number -> number <= limit)
                        .isPresent())
                .isEmpty();
    }

    /// Takes as much as there is for one component, adds the rows it comes from, and returns how much
    /// it is.
    BigDecimal take(Component component, BigDecimal quantity, List<Provision> by) {
        BigDecimal taken = BigDecimal.ZERO;
        for (Map.Entry<Free, BigDecimal> pool : left.entrySet()) {
            BigDecimal part = pool.getValue().min(quantity.subtract(taken));
            if (part.signum() == 0 || !pool.getKey().components().contains(component)) continue;
            taken = taken.add(part);
            pool.setValue(pool.getValue().subtract(part));
            by.add(pool.getKey().provision());
        }
        return taken;
    }
}
