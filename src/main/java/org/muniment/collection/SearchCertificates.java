package org.muniment.collection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.muniment.access.Actor;
import org.muniment.access.Reader;
import org.muniment.archive.Archive;
import org.muniment.archive.LifecycleEvent;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.merklelog.Checkpoint;
import org.muniment.production.CityLetterhead;
import org.muniment.production.PaperFile;
import org.muniment.production.Papers;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestId;
import org.muniment.request.Timeline;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// This is where search certificates are issued and kept: a PDF for people, JSON for programs, and a note that the
/// archive's log key signed over both. What was issued never changes; a later certificate has a later number.
@Component
public final class SearchCertificates {
    private static final int SAID_MAX = 20;
    private static final int SAID_LENGTH_MAX = 500;

    private final CertificateTable table;
    private final SearchTable searches;
    private final CollectedTable collected;
    private final HoldingsCounter holdings;
    private final RecordsRequests requests;
    private final Timeline timeline;
    private final Archive archive;
    private final Papers papers;
    private final CityLetterhead letterhead;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final ZoneId zone;
    private final JsonMapper json = JsonMapper.builder().build();

    SearchCertificates(
            WorkflowDatabase database,
            HoldingsCounter holdings,
            RecordsRequests requests,
            Timeline timeline,
            Archive archive,
            Papers papers,
            CityLetterhead letterhead,
            AuditTrail audit,
            InstantSource clock,
            ZoneId zone) {
        this.table = CertificateTable.in(database);
        this.searches = SearchTable.in(database);
        this.collected = CollectedTable.in(database);
        this.holdings = holdings;
        this.requests = requests;
        this.timeline = timeline;
        this.archive = archive;
        this.papers = papers;
        this.letterhead = letterhead;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    /// The files of the request's latest certificate: PDF, JSON and signed note; none if none was issued. The caller
    /// has asked who may have them.
    public List<PaperFile> latest(RequestId request) {
        return issued(request).stream()
                .findFirst()
                .map(latest -> table.files(request.number(), latest.number()))
                .orElse(List.of());
    }

    /// Newest first.
    public List<IssuedCertificate> issued(RequestId request) {
        return table.ofRequest(request.number());
    }

    PaperFile file(RequestId request, int number, String name, Reader reader) {
        PaperFile file = table.file(request.number(), number, name)
                .orElseThrow(() -> new NoSuchSearch("search certificate of that number and name"));
        record(Act.DOWNLOADED, reader, name);
        return file;
    }

    /// Issues a certificate of all searches saved on the request, up to now. One at a time.
    ///
    /// @param also what the person states themselves, a sentence each
    synchronized IssuedCertificate issue(RequestId id, List<String> also, Reader reader) throws IOException {
        RecordsRequest request = requests.require(id, reader.actor());
        int number = table.nextNumber(id.number());
        CertifiedSearches said = said(request, number, checked(also), reader.actor());
        byte[] pdf = papers.print(CertificatePaper.of(said, letterhead.now()), said.at())
                .pdf();
        PaperFile page = new PaperFile(said.name() + ".pdf", "application/pdf", pdf);
        PaperFile text = new PaperFile(
                said.name() + ".json",
                "application/json",
                CertificateJson.of(said).getBytes(StandardCharsets.UTF_8));
        String note = archive.sign(noteText(archive.origin(), page, text)).toString();
        PaperFile signed = new PaperFile(said.name() + ".note", "text/plain", note.getBytes(StandardCharsets.UTF_8));
        return keep(id, said, List.of(page, text, signed), reader);
    }

    /// What is signed: checked with any verifier of C2SP signed notes, then `sha256sum -c` on its other lines.
    static String noteText(String origin, PaperFile page, PaperFile text) {
        return "%s/search-certificate/v1\n%s  %s\n%s  %s\n"
                .formatted(origin, page.sha256(), page.name(), text.sha256(), text.name());
    }

    private IssuedCertificate keep(RequestId id, CertifiedSearches said, List<PaperFile> files, Reader reader) {
        Actor actor = reader.actor();
        return table.done(() -> {
            table.add(id.number(), said.number(), actor, said.at());
            for (int i = 0; i < files.size(); i++) table.addFile(id.number(), said.number(), i, files.get(i));
            IssuedCertificate issued = issued(id).getFirst();
            Map<String, Object> event = Map.of(
                    "request", said.request().label(),
                    "number", said.number(),
                    "files", issued.files(),
                    "by", actor.name());
            archive.record(new LifecycleEvent("search-certificate-issued", json.writeValueAsString(event)));
            timeline.add(id, actor, "search", "Search certificate %d was issued.".formatted(said.number()));
            record(Act.SEARCH_CERTIFIED, reader, said.label());
            return issued;
        });
    }

    private CertifiedSearches said(RecordsRequest request, int number, List<String> also, Actor actor)
            throws IOException {
        List<SavedSearch> saved = searches.ofRequest(request.id().number());
        if (saved.isEmpty())
            throw new SearchIsUnusable("There is nothing to certify yet. Save a search on this request first.");
        Instant now = clock.instant();
        var key = archive.log().verifier();
        return new CertifiedSearches(
                archive.origin(),
                new CertifiedSearches.RequestFacts(request.label(), request.lawOn()),
                number,
                now,
                actor.name(),
                zone,
                holdings.count(actor),
                saved,
                collected.ofRequest(request.id().number()),
                NotSearched.lines(),
                also,
                archive.checkpoint().map(Checkpoint::toString).orElse("not signed yet"),
                key.toString(),
                key.fingerprint());
    }

    private static List<String> checked(List<String> also) {
        List<String> kept = also.stream()
                .map(each -> each.strip().replaceAll("\\s+", " "))
                .filter(each -> !each.isEmpty())
                .toList();
        if (kept.size() > SAID_MAX || kept.stream().anyMatch(each -> each.length() > SAID_LENGTH_MAX))
            throw new SearchIsUnusable("State at most 20 sentences of at most 500 characters.");
        return kept;
    }

    private void record(Act act, Reader reader, String what) {
        audit.record(AuditEntry.reading(act, reader, what, List.of()));
    }
}
