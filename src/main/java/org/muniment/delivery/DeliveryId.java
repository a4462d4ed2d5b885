package org.muniment.delivery;

/// This is the number of one release of a records request; it is never given to another.
public record DeliveryId(long number) {
    @Override
    public String toString() {
        return Long.toString(number);
    }
}
