package org.muniment.collection;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Allowed;
import org.muniment.access.Reader;
import org.muniment.access.Role;
import org.muniment.people.Departments;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The searches of a request over HTTP.
@RestController
@Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
@RequestMapping(path = "/api/requests/{id}/searches", produces = MediaType.APPLICATION_JSON_VALUE)
class SearchesController {
    private final RequestSearches searches;
    private final SearchComparison comparison;
    private final RecordsRequests requests;
    private final Optional<Departments> departments;

    SearchesController(
            RequestSearches searches,
            SearchComparison comparison,
            RecordsRequests requests,
            Optional<Departments> departments) {
        this.searches = searches;
        this.comparison = comparison;
        this.requests = requests;
        this.departments = departments;
    }

    record SearchesOfRequest(List<SavedSearch> searches, List<QuerySuggestion> suggestions) {}

    record SearchTrial(String query, String parsed, RunCounts counts, List<TrialHit> hits) {}

    record NewSearch(String name, String query, String why) {}

    record NewWording(String query, String why) {}

    @GetMapping
    SearchesOfRequest all(@PathVariable long id, Reader reader) {
        RequestId request = new RequestId(id);
        var subject = requests.require(request, reader.actor()).subject();
        var known = departments.stream().flatMap(each -> each.all().stream()).toList();
        return new SearchesOfRequest(searches.all(request), new SuggestedQueries(subject, known).all());
    }

    /// Counts a query and shows the newest of its messages; nothing is saved.
    @GetMapping("/trial")
    SearchTrial attempt(@PathVariable long id, @RequestParam String q, Reader reader) throws IOException {
        SearchCounter.Answer answer = searches.attempt(q, reader);
        return new SearchTrial(
                answer.open().query().text(),
                answer.open().query().parsed(),
                answer.counts(),
                answer.open().hits().stream().map(TrialHit::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SavedSearch save(@PathVariable long id, @RequestBody NewSearch search, Reader reader) throws IOException {
        return searches.save(new RequestId(id), search.name(), search.query(), search.why(), reader);
    }

    @PostMapping("/{number}/versions")
    @ResponseStatus(HttpStatus.CREATED)
    SavedSearch reword(@PathVariable long id, @PathVariable int number, @RequestBody NewWording wording, Reader reader)
            throws IOException {
        return searches.reword(new RequestId(id), number, wording.query(), wording.why(), reader);
    }

    @PostMapping("/{number}/runs")
    @ResponseStatus(HttpStatus.CREATED)
    SavedSearch rerun(@PathVariable long id, @PathVariable int number, Reader reader) throws IOException {
        return searches.rerun(new RequestId(id), number, reader);
    }

    /// What two searches find together, and what only one of them finds.
    @GetMapping("/comparison")
    SearchComparison.SearchesCompared compare(
            @PathVariable long id, @RequestParam int first, @RequestParam int second, Reader reader)
            throws IOException {
        return comparison.of(new RequestId(id), first, second, reader);
    }
}
