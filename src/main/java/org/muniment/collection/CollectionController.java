package org.muniment.collection;

import java.io.IOException;
import java.util.List;
import org.muniment.access.Allowed;
import org.muniment.access.Reader;
import org.muniment.access.Role;
import org.muniment.production.PaperFile;
import org.muniment.request.RequestId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Collecting and certifying over HTTP.
@RestController
@Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
@RequestMapping(path = "/api/requests/{id}")
class CollectionController {
    private final CollectionDesk desk;
    private final SearchCertificates certificates;

    CollectionController(CollectionDesk desk, SearchCertificates certificates) {
        this.desk = desk;
        this.certificates = certificates;
    }

    /// @param collected oldest first; one without an end goes on
    /// @param certificates newest first
    /// @param notSearched what every certificate says was not searched
    record CollectionState(List<Collected> collected, List<IssuedCertificate> certificates, List<String> notSearched) {}

    /// @param alsoSaid what the person states themselves, a sentence each
    record NewCertificate(List<String> alsoSaid) {}

    @GetMapping(path = "/collection", produces = MediaType.APPLICATION_JSON_VALUE)
    CollectionState state(@PathVariable long id, Reader reader) {
        RequestId request = new RequestId(id);
        return new CollectionState(desk.all(request), certificates.issued(request), NotSearched.lines());
    }

    /// What collecting the search would do now.
    @GetMapping(path = "/searches/{number}/collecting", produces = MediaType.APPLICATION_JSON_VALUE)
    CollectionPreview preview(@PathVariable long id, @PathVariable int number, Reader reader) throws IOException {
        return desk.preview(new RequestId(id), number, reader);
    }

    @PostMapping(path = "/searches/{number}/collecting", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Collected collect(@PathVariable long id, @PathVariable int number, Reader reader) throws IOException {
        return desk.collect(new RequestId(id), number, reader);
    }

    @PostMapping(path = "/search-certificates", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    IssuedCertificate certify(@PathVariable long id, @RequestBody NewCertificate certificate, Reader reader)
            throws IOException {
        return certificates.issue(new RequestId(id), certificate.alsoSaid(), reader);
    }

    /// One file of a certificate, as a download.
    @GetMapping(path = "/search-certificates/{number}/{name}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> file(
            @PathVariable long id, @PathVariable int number, @PathVariable String name, Reader reader) {
        PaperFile file = certificates.file(new RequestId(id), number, name, reader);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .body(file.bytes());
    }
}
