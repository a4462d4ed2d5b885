package org.muniment.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/// This counts, for each of some people, the messages of an answer that they sent or received. Only addresses count,
/// each without what follows a `+`.
final class ParticipantCounter {
    private final IndexSearcher searcher;

    ParticipantCounter(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    List<ParticipantCount> count(Query visible, Participants people) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        var weight = Matches.weight(searcher, visible);
        for (var segment : searcher.getIndexReader().leaves()) {
            var terms = segment.reader().terms(IndexFields.PARTICIPANT);
            var matches = Matches.in(segment, weight);
            if (terms == null || matches.cardinality() == 0) continue;
            count(terms.iterator(), matches, people, counts);
        }
        List<ParticipantCount> all = new ArrayList<>();
        counts.forEach((address, messages) -> all.add(new ParticipantCount(address, messages)));
        all.sort(Comparator.comparingLong(ParticipantCount::messages)
                .reversed()
                .thenComparing(ParticipantCount::address));
        return all;
    }

    private static void count(TermsEnum terms, FixedBitSet matches, Participants people, Map<String, Long> counts)
            throws IOException {
        PostingsEnum postings = null;
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            String address = term.utf8ToString();
            if (!isOne(address, people)) continue;
            postings = terms.postings(postings, PostingsEnum.NONE);
            long messages = 0;
            for (int i = postings.nextDoc(); i != DocIdSetIterator.NO_MORE_DOCS; i = postings.nextDoc())
                if (matches.get(i)) messages++;
            if (messages > 0) counts.merge(address, messages, Long::sum);
        }
    }

    private static boolean isOne(String address, Participants people) {
        int at = address.lastIndexOf('@');
        if (at < 1 || address.indexOf('+') >= 0) return false;
        if (people.addresses().contains(address)) return true;
        for (String domain = address.substring(at + 1); !domain.isEmpty(); domain = above(domain))
            if (people.domains().contains(domain)) return true;
        return false;
    }

    private static String above(String domain) {
        int dot = domain.indexOf('.');
        return dot < 0 ? "" : domain.substring(dot + 1);
    }
}
