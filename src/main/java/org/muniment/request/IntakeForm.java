package org.muniment.request;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// This is what the page sends of a request that is entered. What is left out is empty.
///
/// @param receivedOn the day, and
/// @param receivedTime the time of day in the city, when it reached the city
record IntakeForm(
        Optional<LocalDate> receivedOn,
        Optional<LocalTime> receivedTime,
        Optional<ReceivedBy> receivedBy,
        Optional<String> office,
        Optional<String> words,
        Optional<SubjectForm> subject,
        Optional<RequesterForm> requester) {

    /// @param isClear whether it is understood what is asked for
    record SubjectForm(
            Optional<Boolean> isClear,
            Optional<List<String>> who,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<String> words) {
        RequestSubject subject() {
            return new RequestSubject(isClear.orElse(false), who.orElse(List.of()), from, to, words.orElse(""));
        }
    }

    record RequesterForm(
            Optional<Boolean> isAnonymous,
            Optional<String> name,
            Optional<String> organisation,
            Optional<String> address,
            Optional<String> email,
            Optional<String> phone) {
        Requester requester() {
            return new Requester(
                    isAnonymous.orElse(false),
                    name.orElse(""),
                    organisation.orElse(""),
                    address.orElse(""),
                    email.orElse(""),
                    phone.orElse(""));
        }
    }

    Intake intake(ZoneId zone) {
        LocalDate day = receivedOn.orElseThrow(() -> new IntakeIsIncomplete("Say on which day the request came."));
        LocalTime time = receivedTime.orElseThrow(
                () -> new IntakeIsIncomplete("Say at what time the request came: some clocks run from the hour."));
        ReceivedBy how = receivedBy.orElseThrow(() -> new IntakeIsIncomplete("Say how the request came."));
        return new Intake(
                day.atTime(time).atZone(zone).toInstant(),
                how,
                office,
                words.orElse(""),
                subject.map(SubjectForm::subject).orElseGet(RequestSubject::unclear),
                requester
                        .map(RequesterForm::requester)
                        .orElseThrow(() -> new IntakeIsIncomplete(
                                "Write the requester's name, or tick that the requester gave none.")),
                Optional.empty());
    }
}
