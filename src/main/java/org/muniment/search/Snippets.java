package org.muniment.search;

import java.util.ArrayList;
import java.util.List;
import org.muniment.message.Message;
import org.muniment.search.Snippet.Mark;
import org.muniment.search.Snippet.Place;

/// This cuts from a message what shows why it was found.
final class Snippets {
    private static final int MARKS_MAX = 24;
    private static final int BODY_SNIPPETS_MAX = 3;
    private static final int LENGTH_MAX = 220;
    private static final int LEAD = 60;
    /// How far into a text it is looked; a hit further down shows the text's beginning.
    private static final int SEARCHED_MAX = 4_000_000;

    private final Highlights inSubject;
    private final Highlights inBody;
    private final Highlights inAttachments;

    Snippets(Clause clause) {
        inSubject = new Highlights(clause, Place.SUBJECT);
        inBody = new Highlights(clause, Place.BODY);
        inAttachments = new Highlights(clause, Place.ATTACHMENT);
    }

    List<Snippet> of(Message message) {
        var snippets = new ArrayList<Snippet>();
        whole(snippets, Place.SUBJECT, message.subject(), inSubject);
        body(snippets, message);
        for (var name : message.attachmentNames()) whole(snippets, Place.ATTACHMENT, name, inAttachments);
        return snippets;
    }

    private static void whole(List<Snippet> snippets, Place place, String text, Highlights highlights) {
        var marks = highlights.marks(text, MARKS_MAX);
        if (!marks.isEmpty()) snippets.add(new Snippet(place, flat(text), marks));
    }

    /// What a person reads first; what else is indexed (other forms, attached text) only if the words are there
    /// alone.
    private void body(List<Snippet> snippets, Message message) {
        var read = start(message.bodyText());
        var marks = inBody.marks(read, MARKS_MAX);
        var text = read;
        if (marks.isEmpty() && !inBody.isEmpty()) {
            text = start(message.allText());
            marks = inBody.marks(text, MARKS_MAX);
        }
        if (marks.isEmpty()) {
            if (!read.isBlank()) snippets.add(new Snippet(Place.BODY, flat(opening(read)), List.of()));
            return;
        }
        cut(snippets, text, marks);
    }

    private static void cut(List<Snippet> snippets, String text, List<Mark> marks) {
        int next = 0;
        for (int count = 0; count < BODY_SNIPPETS_MAX && next < marks.size(); count++) {
            int from = wordStart(
                    text,
                    Math.max(0, marks.get(next).start() - LEAD),
                    marks.get(next).start());
            int to = wordEnd(
                    text,
                    Math.min(text.length(), from + LENGTH_MAX),
                    marks.get(next).end());
            var shown = new ArrayList<Mark>();
            while (next < marks.size() && (marks.get(next).end() <= to || shown.isEmpty())) {
                var mark = marks.get(next++);
                shown.add(new Mark(mark.start() - from, Math.min(mark.end(), to) - from));
            }
            while (next < marks.size() && marks.get(next).start() < to) next++;
            snippets.add(new Snippet(Place.BODY, flat(text.substring(from, to)), shown));
        }
    }

    private static int wordStart(String text, int wanted, int latest) {
        int at = wanted;
        while (at > 0 && at < latest && !Character.isWhitespace(text.charAt(at - 1))) at++;
        return at;
    }

    private static int wordEnd(String text, int wanted, int earliest) {
        int at = Math.max(wanted, earliest);
        while (at < text.length() && at > earliest && !Character.isWhitespace(text.charAt(at))) at--;
        return at;
    }

    private static String opening(String text) {
        var stripped = text.strip();
        return stripped.substring(0, wordEnd(stripped, Math.min(stripped.length(), LENGTH_MAX), 1));
    }

    private static String start(String text) {
        return text.length() <= SEARCHED_MAX ? text : text.substring(0, SEARCHED_MAX);
    }

    /// One line of the same length, so that the marks stay true.
    private static String flat(String text) {
        var flat = new StringBuilder(text);
        for (int i = 0; i < flat.length(); i++)
            if (Character.isWhitespace(flat.charAt(i)) || Character.isISOControl(flat.charAt(i)))
                flat.setCharAt(i, ' ');
        return flat.toString();
    }
}
