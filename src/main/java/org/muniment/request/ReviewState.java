package org.muniment.request;

/// This is what an approval is bound to: `review` implements it.
public interface ReviewState {
    /// Returns a hash that is another as soon as any decision or mark of the review is; at most 128
    /// characters.
    String hash(RequestId request);
}
