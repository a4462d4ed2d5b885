package org.muniment.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Accession numbers in order, as runs: `4-9 12 20-31`. This is what an authorisation names.
public record AccessionRanges(List<Run> runs) {
    private static final Pattern RUN = Pattern.compile("([0-9]{1,18})(?:-([0-9]{1,18}))?");

    /// From the first number to the last, both included.
    public record Run(long first, long last) {
        @Override
        public String toString() {
            return first == last ? Long.toString(first) : first + "-" + last;
        }
    }

    public AccessionRanges {
        runs = List.copyOf(runs);
        long before = -1;
        for (Run run : runs) {
            if (run.first <= before || run.last < run.first)
                throw new IllegalArgumentException("accession numbers go up: " + run);
            before = run.last;
        }
    }

    public static AccessionRanges of(Collection<AccessionNumber> numbers) {
        List<Run> runs = new ArrayList<>();
        for (AccessionNumber number : new TreeSet<>(numbers)) {
            long index = number.index();
            boolean goesOn = !runs.isEmpty() && runs.getLast().last == index - 1;
            runs.add(new Run(goesOn ? runs.removeLast().first : index, index));
        }
        return new AccessionRanges(runs);
    }

    /// Reads what [#toString] wrote; throws [IllegalArgumentException].
    public static AccessionRanges parse(String text) {
        List<Run> runs = new ArrayList<>();
        if (text.isEmpty()) return new AccessionRanges(runs);
        for (String word : text.split(" ", -1)) {
            var run = RUN.matcher(word);
            if (!run.matches()) throw new IllegalArgumentException("no accession numbers: " + word);
            long first = Long.parseLong(run.group(1));
            runs.add(new Run(first, run.group(2) == null ? first : Long.parseLong(run.group(2))));
        }
        return new AccessionRanges(runs);
    }

    /// Returns the numbers of both.
    public AccessionRanges and(AccessionRanges others) {
        List<AccessionNumber> both = new ArrayList<>();
        forEach(index -> both.add(new AccessionNumber(index)));
        others.forEach(index -> both.add(new AccessionNumber(index)));
        return of(both);
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }

    /// The greatest number; throws [java.util.NoSuchElementException] if there is none.
    public long last() {
        return runs.getLast().last;
    }

    /// How many numbers.
    public long count() {
        return runs.stream().mapToLong(run -> run.last - run.first + 1).sum();
    }

    public boolean contains(long index) {
        int low = 0;
        int high = runs.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (runs.get(middle).last < index) low = middle + 1;
            else if (runs.get(middle).first > index) high = middle - 1;
            else return true;
        }
        return false;
    }

    public void forEach(LongConsumer each) {
        for (Run run : runs) for (long index = run.first; index <= run.last; index++) each.accept(index);
    }

    @Override
    public String toString() {
        return runs.stream().map(Run::toString).collect(Collectors.joining(" "));
    }
}
