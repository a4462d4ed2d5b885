package org.muniment.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.muniment.archive.AccessionNumber;

/// This is what the index knows of a message beside its bytes: its captures in log order, whom each of them names,
/// and what kept text from being read. It is kept with the message's document, so that a later capture adds to it
/// without reading the earlier ones.
record MessageFacts(List<CaptureFacts> captures, SortedSet<String> exceptionKinds) {
    /// One capture: times in seconds since 1970, the people that its envelope or journal report names, and whether it
    /// breaks a mail standard somewhere.
    record CaptureFacts(long accession, long capturedAt, String source, List<Party> parties, boolean hasDefects) {
        CaptureFacts {
            parties = List.copyOf(parties);
        }
    }

    /// Someone named by the transport, and as what: `FROM`, `TO`, `CC`, `BCC`, or `RECIPIENT` when the role is not
    /// told.
    record Party(SearchField role, String address) {}

    MessageFacts {
        captures = List.copyOf(captures);
    }

    static MessageFacts of(CaptureFacts capture, SortedSet<String> exceptionKinds) {
        return new MessageFacts(List.of(capture), exceptionKinds);
    }

    /// Both together. A capture that both know is one.
    MessageFacts and(MessageFacts other) {
        var all = new ArrayList<>(captures);
        for (var capture : other.captures)
            if (all.stream().noneMatch(known -> known.accession == capture.accession)) all.add(capture);
        all.sort(Comparator.comparingLong(CaptureFacts::accession));
        var kinds = new TreeSet<>(exceptionKinds);
        kinds.addAll(other.exceptionKinds);
        return new MessageFacts(all, kinds);
    }

    CaptureFacts first() {
        return captures.getFirst();
    }

    FoundMessage found() {
        var numbers = captures.stream()
                .map(capture -> new AccessionNumber(capture.accession))
                .toList();
        return new FoundMessage(numbers.getFirst(), numbers);
    }

    BytesRef written() throws IOException {
        var out = new ByteBuffersDataOutput();
        out.writeVInt(captures.size());
        long previous = 0;
        for (var capture : captures) {
            out.writeVLong(((capture.accession - previous) << 1) | (capture.hasDefects ? 1 : 0));
            previous = capture.accession;
            out.writeZLong(capture.capturedAt);
            out.writeString(capture.source);
            out.writeVInt(capture.parties.size());
            for (var party : capture.parties) {
                out.writeByte((byte) party.role.word().charAt(0));
                out.writeString(party.address);
            }
        }
        out.writeVInt(exceptionKinds.size());
        for (var kind : exceptionKinds) out.writeString(kind);
        return new BytesRef(out.toArrayCopy());
    }

    static MessageFacts read(BytesRef bytes) throws IOException {
        var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        int count = in.readVInt();
        var captures = new ArrayList<CaptureFacts>(count);
        long accession = 0;
        for (int i = 0; i < count; i++) {
            long stepAndDefects = in.readVLong();
            accession += stepAndDefects >> 1;
            captures.add(new CaptureFacts(
                    accession, in.readZLong(), in.readString(), parties(in), (stepAndDefects & 1) != 0));
        }
        var kinds = new TreeSet<String>();
        for (int left = in.readVInt(); left > 0; left--) kinds.add(in.readString());
        return new MessageFacts(captures, kinds);
    }

    private static SearchField role(byte initial) {
        return switch (initial) {
            case 'f' -> SearchField.FROM;
            case 't' -> SearchField.TO;
            case 'c' -> SearchField.CC;
            case 'b' -> SearchField.BCC;
            case 'r' -> SearchField.RECIPIENT;
            default -> throw new IllegalStateException("the index knows no role " + initial);
        };
    }

    private static List<Party> parties(ByteArrayDataInput in) throws IOException {
        int count = in.readVInt();
        var parties = new ArrayList<Party>(count);
        for (int i = 0; i < count; i++) parties.add(new Party(role(in.readByte()), in.readString()));
        return parties;
    }
}
