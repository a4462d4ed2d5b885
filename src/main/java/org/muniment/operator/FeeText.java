package org.muniment.operator;

import java.util.Locale;
import org.muniment.fee.FeeTold.FeeLineTold;
import org.muniment.fee.FeeTold.FeeWords;

/// A fee for people at a terminal.
final class FeeText {
    private static final String LINE = "%-44s %9s %6s %8s %11s";
    private static final String INDENT = " ".repeat(4);

    private FeeText() {}

    static String of(FeeCommand.Fee fee, String jurisdiction) {
        var text = new WrappedText();
        text.line("%s, by the rows in force on %s%s"
                .formatted(jurisdiction, fee.onDay(), fee.late() ? ", the answer being late" : ""));
        text.line("");
        text.line(LINE.formatted("", "quantity", "free", "rate", "amount"));
        fee.lines().forEach(one -> line(text, one));
        text.line("");
        text.line(LINE.formatted("Total", "", "", "", fee.total().orElse("?")));
        if (fee.total().isEmpty())
            text.words(INDENT, "There is no total until the city's own cost is said: --hourly-rate, --page-rate.");
        text.line("");
        fee.prepayment()
                .ifPresent(one -> words(
                        text,
                        "Payment before the work may be asked for. " + one.by().plain(),
                        one.by()));
        fee.words().forEach(by -> words(text, by.plain(), by));
        return text.toString();
    }

    private static void line(WrappedText text, FeeLineTold one) {
        text.line(LINE.formatted(
                "%s (%ss)".formatted(one.title(), one.unit()),
                one.quantity(),
                one.free().equals("0") ? "" : one.free(),
                one.rate().orElse(""),
                one.amount().orElse("?")));
        String outcome = one.outcome().equals("charged") ? "" : one.outcome().toUpperCase(Locale.ROOT) + ": ";
        text.words(INDENT, outcome + one.reason());
        one.by().ifPresent(by -> text.words(INDENT, cited(by)));
        one.also().forEach(by -> words(text, by.plain(), by));
    }

    private static void words(WrappedText text, String words, FeeWords by) {
        text.words(INDENT, words + " " + cited(by));
    }

    private static String cited(FeeWords by) {
        return "[%s; %s]".formatted(by.citation(), DueText.standing(by.mark(), by.verified()));
    }
}
