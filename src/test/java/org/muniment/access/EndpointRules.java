package org.muniment.access;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// This is the requirement: who may call what. It is written by hand and names every endpoint, so that a new one needs
/// a decision here; `@Allowed` on the controllers is only how it is kept.
///
/// Letters: `O` records officer, `R` reviewer, `C` counsel, `A` administrator, `U` auditor, `P`
/// approver; `*` whoever is signed in; `?` anybody. A `!` after them: mail is read, so a purpose
/// must have been stated. A `#`: mail is read for the records request in the address, which is the
/// purpose.
public final class EndpointRules {
    private static final String TABLE = """
            POST /api/alarms/{id}/acknowledge                           A
            GET /api/audit                                              UC
            POST /api/audit/exports                                     UC
            GET /api/audit/log/checkpoint                               UCA
            GET /api/audit/messages/{accession}                         UCA
            GET /api/audit/people                                       UC
            GET /api/audit/people/{person}                              UC
            GET /api/counsel/queue                                      C
            GET /api/departments                                        CAU
            POST /api/departments                                       A
            DELETE /api/departments/{id}                                A
            PUT /api/departments/{id}                                   A
            GET /api/grants                                             *
            POST /api/grants/{id}/confirm                               *
            POST /api/grants/{id}/decline                               C
            GET /api/handovers/{token}                                  ?
            POST /api/handovers/{token}/download                        ?
            GET /api/health                                             ?
            GET /api/health/details                                     CAU
            GET /api/integrity                                          CAU
            POST /api/integrity/checks                                  AU
            GET /api/integrity/reports/{name}                           CAU
            GET /api/integrity/reports/{name}/note                      CAU
            GET /api/invitations/{token}                                ?
            POST /api/invitations/{token}                               ?
            GET /api/law                                                *
            POST /api/law/verifications                                 C
            POST /api/law/withdrawals                                   C
            GET /api/law/{jurisdiction}                                 *
            GET /api/settings/log                                       CAU
            PUT /api/settings/log                                       A
            GET /log/checkpoint                                         ?
            GET /log/tile/**                                            ?
            GET /log/tile/entries/**                                    U
            GET /api/me                                                 *
            GET /api/me/audit                                           *
            GET /api/me/passkeys                                        *
            POST /api/me/passkeys                                       *
            POST /api/me/passkeys/challenge                             *
            DELETE /api/me/passkeys/{id}                                *
            PUT /api/me/passkeys/{id}                                   *
            POST /api/me/password                                       *
            POST /api/me/recovery-codes                                 *
            POST /api/me/second-factor                                  *
            PUT /api/me/second-factor                                   *
            DELETE /api/me/sessions                                     *
            GET /api/me/sessions                                        *
            DELETE /api/me/sessions/{id}                                *
            GET /api/me/tokens                                          *
            POST /api/me/tokens                                         *
            DELETE /api/me/tokens/{id}                                  *
            GET /api/messages/{accession}                               ORC!
            GET /api/messages/{accession}/attachments/{part}            ORC!
            GET /api/messages/{accession}/conversation                  ORC!
            GET /api/messages/{accession}/html                          ORC!
            POST /api/messages/{accession}/proof                        ORC!
            GET /api/messages/{accession}/raw                           ORC!
            GET /api/messages/{accession}/source                        ORC!
            GET /api/people                                             AU
            POST /api/people                                            A
            GET /api/people/duties                                      AU
            GET /api/people/{id}                                        AU
            PUT /api/people/{id}/departments                            A
            POST /api/people/{id}/disable                               A
            POST /api/people/{id}/enable                                A
            POST /api/people/{id}/invitation                            A
            PUT /api/people/{id}/leaving                                A
            POST /api/people/{id}/reset                                 A
            POST /api/people/{id}/roles                                 A
            DELETE /api/people/{id}/roles/{role}                        A
            DELETE /api/people/{id}/tokens                              A
            POST /api/people/{person}/access-requests                   A
            GET /api/people/{person}/access-requests/{id}               AU
            GET /api/policy                                             ?
            POST /api/policy                                            A
            GET /api/policy/acknowledgements                            AU
            GET /api/privilege/messages                                 C!
            GET /api/privilege/releases                                 C
            POST /api/privilege/releases                                C
            POST /api/privilege/releases/{id}/take-back                 C
            GET /api/privilege/rules                                    C
            POST /api/privilege/rules                                   C
            GET /api/privilege/rules/count                              C!
            POST /api/privilege/rules/{id}/end                          C
            GET /api/requests                                           ORCP
            POST /api/requests                                          O
            POST /api/requests/alike                                    O
            GET /api/requests/intake                                    O
            GET /api/requests/needs                                     ORCP
            GET /api/requests/people                                    OC
            GET /api/requests/{id}                                      ORCP
            POST /api/requests/{id}/appeal                              O
            GET /api/requests/{id}/approvals                            ORCP
            POST /api/requests/{id}/approvals                           OC
            POST /api/requests/{id}/approvals/{approval}/decision       ORCP
            POST /api/requests/{id}/approvals/{approval}/withdraw       OC
            POST /api/requests/{id}/closing                             OC
            GET /api/requests/{id}/collection                           OC#
            PUT /api/requests/{id}/contacts                             OC
            POST /api/requests/{id}/notes                               ORC
            GET /api/requests/{id}/obstacles                            ORC
            PUT /api/requests/{id}/officer                              OC
            GET /api/requests/{id}/preservation                         ORC
            POST /api/requests/{id}/preservation/end                    C
            POST /api/requests/{id}/search-certificates                 OC#
            GET /api/requests/{id}/search-certificates/{number}/{name}  OC#
            GET /api/requests/{id}/releases                             ORCP
            POST /api/requests/{id}/releases                            OC#
            GET /api/requests/{id}/releases/{release}/files/{file}/{page} OC#
            GET /api/requests/{id}/releases/{release}/files/{file}/{page}/picture OC#
            POST /api/requests/{id}/releases/{release}/finalise         OC
            GET /api/requests/{id}/releases/{release}/items             OC
            POST /api/requests/{id}/releases/{release}/links            OC
            POST /api/requests/{id}/releases/{release}/links/{link}/end OC
            POST /api/requests/{id}/releases/{release}/recall           OC
            POST /api/requests/{id}/releases/{release}/withdraw         OC
            GET /api/requests/{id}/letters                              OC
            POST /api/requests/{id}/letters/drafts                      OC
            GET /api/requests/{id}/letters/drafts/{draft}               OC
            PUT /api/requests/{id}/letters/drafts/{draft}               OC
            POST /api/requests/{id}/letters/drafts/{draft}/confirm      C
            POST /api/requests/{id}/letters/drafts/{draft}/issue        OC
            GET /api/requests/{id}/letters/drafts/{draft}/preview       OC
            POST /api/requests/{id}/letters/drafts/{draft}/put-away     OC
            POST /api/requests/{id}/letters/incoming                    OC
            GET /api/requests/{id}/letters/{number}/file                OC
            POST /api/requests/{id}/letters/{number}/handed-over        OC
            POST /api/requests/{id}/letters/{number}/mail               OC
            GET /api/requests/{id}/searches                             OC#
            GET /api/requests/{id}/searches/{number}/collecting         OC#
            POST /api/requests/{id}/searches/{number}/collecting        OC#
            POST /api/requests/{id}/searches                            OC#
            GET /api/requests/{id}/searches/comparison                  OC#
            GET /api/requests/{id}/searches/trial                       OC#
            POST /api/requests/{id}/searches/{number}/runs              OC#
            POST /api/requests/{id}/searches/{number}/versions          OC#
            GET /api/requests/{id}/review                               ORC#
            POST /api/requests/{id}/review/assignments                  OC#
            POST /api/requests/{id}/review/files                        OC#
            GET /api/requests/{id}/review/items                         ORC#
            GET /api/requests/{id}/review/items/{number}                ORC#
            POST /api/requests/{id}/review/items/{number}/answer        C#
            POST /api/requests/{id}/review/items/{number}/decision      ORC#
            GET /api/requests/{id}/review/items/{number}/file           ORC#
            POST /api/requests/{id}/review/items/{number}/marks         ORC#
            DELETE /api/requests/{id}/review/items/{number}/marks/{mark} ORC#
            PUT /api/requests/{id}/review/items/{number}/marks/{mark}   ORC#
            GET /api/requests/{id}/review/items/{number}/marks/{mark}/elsewhere ORC#
            GET /api/requests/{id}/review/items/{number}/preview        ORC#
            GET /api/requests/{id}/review/items/{number}/relatives      ORC#
            POST /api/requests/{id}/review/items/{number}/suggestions/dismiss ORC#
            POST /api/requests/{id}/review/items/{number}/undo          ORC#
            POST /api/requests/{id}/review/marks                        ORC#
            POST /api/requests/{id}/review/presses/{batch}/undo         ORC#
            PUT /api/requests/{id}/reviewers                            OC
            POST /api/requests/{id}/status                              OC
            PUT /api/requests/{id}/subject                              OC
            GET /api/requests/{id}/tasks                                ORC
            POST /api/requests/{id}/tasks                               ORC
            POST /api/requests/{id}/tasks/{task}/done                   ORC
            POST /api/requests/{id}/tasks/{task}/undo                   ORC
            GET /api/requests/{id}/timeline                             ORC
            GET /api/search                                             ORC!
            POST /api/search/exports                                    ORC!
            DELETE /api/session                                         ?
            GET /api/session                                            ?
            POST /api/session                                           ?
            POST /api/session/acknowledgement                           ?
            PUT /api/session/activity                                   *
            POST /api/session/enrolment                                 ?
            PUT /api/session/enrolment                                  ?
            DELETE /api/session/everywhere                              *
            POST /api/session/lock                                      *
            POST /api/session/passkey                                   ?
            POST /api/session/passkey/challenge                         ?
            PUT /api/session/purpose                                    ORC
            POST /api/session/second-factor                             ?
            POST /api/session/single-sign-on                            ?
            POST /api/session/single-sign-on/departure                  ?
            POST /api/session/unlock                                    ?
            POST /api/set-up                                            ?
            DELETE /api/settings/calendar/closures/{id}                 A
            DELETE /api/settings/calendar/offices/{id}                  A
            GET /api/requests/{id}/clock                                ORCP
            GET /api/requests/{id}/fees                                 OC
            GET /api/settings/calendar                                  OAC
            POST /api/requests/{id}/clock/events                        OC
            POST /api/requests/{id}/clock/events/{event}/take-back      OC
            POST /api/requests/{id}/clock/trial                         OC
            POST /api/requests/{id}/fees/estimates                      OC
            POST /api/requests/{id}/fees/invoices                       OC
            POST /api/requests/{id}/fees/invoices/settlement            OC
            POST /api/requests/{id}/fees/work                           OC
            POST /api/requests/{id}/fees/work/{work}/take-back          OC
            POST /api/settings/calendar/closures                        A
            POST /api/settings/calendar/offices                         A
            PUT /api/requests/{id}/fees/terms                           OC
            PUT /api/settings/calendar/offices/{id}                     A
            PUT /api/settings/calendar/place                            A
            GET /api/settings                                           A
            PUT /api/settings                                           A
            GET /api/settings/letterhead                                A
            PUT /api/settings/letterhead                                A
            GET /api/settings/releases                                  A
            PUT /api/settings/releases                                  A
            DELETE /api/settings/seal                                   A
            GET /api/settings/seal                                      ?
            PUT /api/settings/seal                                      A
            DELETE /api/single-sign-on                                  A
            GET /api/single-sign-on                                     CAU
            PUT /api/single-sign-on                                     A
            POST /api/single-sign-on/trial                              A
            POST /api/single-sign-on/versions/{version}/confirm         C
            POST /api/single-sign-on/versions/{version}/decline         C
            """;

    private EndpointRules() {}

    /// Who may call one endpoint.
    public record Rule(Set<Role> roles, boolean isForAnybody, boolean needsPurpose, boolean readsForItsRequest) {
        public boolean admits(Role role) {
            return isForAnybody || roles.contains(role);
        }
    }

    /// By method and address, the names of its variables without their patterns.
    public static Map<String, Rule> all() {
        Map<String, Rule> rules = new TreeMap<>();
        for (String line : TABLE.lines().toList()) {
            int at = line.lastIndexOf(' ');
            rules.put(line.substring(0, at).strip(), rule(line.substring(at + 1)));
        }
        return rules;
    }

    private static Rule rule(String letters) {
        Set<Role> roles = letters.startsWith("*") ? EnumSet.allOf(Role.class) : EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) if (letters.indexOf(letterOf(role)) >= 0) roles.add(role);
        return new Rule(roles, letters.startsWith("?"), letters.endsWith("!"), letters.endsWith("#"));
    }

    private static char letterOf(Role role) {
        return switch (role) {
            case RECORDS_OFFICER -> 'O';
            case REVIEWER -> 'R';
            case COUNSEL -> 'C';
            case ADMINISTRATOR -> 'A';
            case AUDITOR -> 'U';
            case APPROVER -> 'P';
        };
    }
}
