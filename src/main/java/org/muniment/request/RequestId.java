package org.muniment.request;

/// This is the number of a records request in addresses and tables; people say its label, such as
/// R-2026-0042.
public record RequestId(long number) {
    public RequestId {
        if (number < 1) throw new IllegalArgumentException("a request's number begins at 1: " + number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
