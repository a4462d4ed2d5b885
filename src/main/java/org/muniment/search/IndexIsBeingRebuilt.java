package org.muniment.search;

/// This is the refusal to answer while the index is being exchanged for a new one, which takes a moment. Ask again.
public final class IndexIsBeingRebuilt extends RuntimeException {
    IndexIsBeingRebuilt(Throwable cause) {
        super(
                "The search index was found damaged and is being built again from the archive, in which nothing is lost."
                        + " Ask again in a moment; the answer then says how far the index has come.",
                cause);
    }
}
