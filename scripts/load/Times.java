import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What was measured, by kind, in nanoseconds.
final class Times {
    private final Map<String, Queue<Long>> kept = new ConcurrentHashMap<>();
    private final Queue<Visitor.Answer> errors = new ConcurrentLinkedQueue<>();

    void add(String what, long nanos, Visitor.Answer answer) {
        kept.computeIfAbsent(what, _ -> new ConcurrentLinkedQueue<>()).add(nanos);
        if (what.startsWith("search ")) kept.computeIfAbsent("search", _ -> new ConcurrentLinkedQueue<>()).add(nanos);
        if (answer.status() >= 300) errors.add(answer);
    }

    double p95(String what) {
        return share(kept.get(what).stream().sorted().toList(), 0.95);
    }

    private static double share(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }

    void print(long seconds) {
        System.out.printf("%-20s %7s %8s %8s %8s %8s%n", "", "count", "a second", "p50 ms", "p95 ms", "max ms");
        new TreeMap<>(kept).forEach((what, nanos) -> {
            List<Long> sorted = nanos.stream().sorted().toList();
            System.out.printf("%-20s %7d %8s %8.1f %8.1f %8.1f%n", what, sorted.size(),
                    seconds == 0 ? "" : "%.1f".formatted((double) sorted.size() / seconds),
                    share(sorted, 0.5), share(sorted, 0.95), share(sorted, 1));
        });
        System.out.printf("errors: %d %s%n", errors.size(), errors.stream().limit(3).toList());
    }
}
