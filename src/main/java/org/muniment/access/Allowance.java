package org.muniment.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/// This is how much each asker may still have: a store per asker that is filled steadily (a token bucket). Askers are
/// forgotten when they have been quiet for ten minutes, in memory and by a restart.
public final class Allowance {
    private static final int ASKERS_MAX = 50_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final long burst;
    private final LoadingCache<String, Bucket> askers;

    /// @param burst what may be had at once
    /// @param more what comes back, greedily, in every `each`
    public Allowance(long burst, long more, Duration each) {
        this.burst = burst;
        this.askers = Caffeine.newBuilder()
                .maximumSize(ASKERS_MAX)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build(_ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(burst).refillGreedy(more, each))
                        .build());
    }

    /// Takes from what the asker has, and never more than anybody can have. Throws [TooManyRequests], and takes
    /// nothing, if there is less.
    public void take(String asker, long cost) {
        var probe = askers.get(asker).tryConsumeAndReturnRemaining(Math.min(cost, burst));
        if (!probe.isConsumed()) throw new TooManyRequests(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /// Gives back what was taken in vain.
    public void giveBack(String asker, long cost) {
        askers.get(asker).addTokens(cost);
    }
}
