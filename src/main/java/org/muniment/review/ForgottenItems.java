package org.muniment.review;

import java.util.Collection;
import org.muniment.archive.AccessionRanges;
import org.muniment.forgetting.Forgets;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// Of a destroyed message its item keeps the number and what people decided and why, in their own words; sender,
/// subject, date and the hash that finds equal messages go.
@Component
final class ForgottenItems implements Forgets {
    private final WorkflowDatabase database;
    private final ReviewMail mail;
    private final ReviewSuggestions suggestions;

    ForgottenItems(WorkflowDatabase database, ReviewMail mail, ReviewSuggestions suggestions) {
        database.migrate(ReviewTable.class);
        this.database = database;
        this.mail = mail;
        this.suggestions = suggestions;
    }

    @Override
    public void forget(AccessionRanges gone) {
        mail.forget(gone);
        suggestions.forget(gone);
        forget(database, gone.runs());
    }

    static void forget(WorkflowDatabase database, Collection<AccessionRanges.Run> gone) {
        database.done(() -> gone.stream().mapToInt(run -> forget(database, run)).sum());
    }

    private static int forget(WorkflowDatabase database, AccessionRanges.Run run) {
        return database.sql()
                .sql("""
                UPDATE review_item SET sender = '', subject = 'This message was destroyed', sent_at = NULL,
                    attachments = 0, identical = 'destroyed:' || id
                WHERE accession BETWEEN :first AND :last AND identical NOT LIKE 'destroyed:%'""")
                .param("first", run.first())
                .param("last", run.last())
                .update();
    }
}
