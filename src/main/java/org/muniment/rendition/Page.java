package org.muniment.rendition;

import java.util.List;

/// This is one page, numbered from 1 within its message. Lines are in reading order.
public record Page(int number, List<Line> lines) {
    public Page {
        if (number < 1) throw new IllegalArgumentException("pages are numbered from 1");
        lines = List.copyOf(lines);
    }
}
