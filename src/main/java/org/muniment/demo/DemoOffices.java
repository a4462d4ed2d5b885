package org.muniment.demo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.muniment.access.Role;
import org.muniment.people.Person;
import org.muniment.people.ReadyPersonnel;
import org.springframework.stereotype.Component;

/// This is the demonstration's administration, some weeks in: departments with their addresses, a policy that some have
/// yet to read, written requests on file and one that is missing, an invitation that waits for counsel.
@Component
class DemoOffices {
    private static final Map<String, String> DEPARTMENTS = departments();

    private final ReadyPersonnel personnel;

    DemoOffices(ReadyPersonnel personnel) {
        this.personnel = personnel;
    }

    void settle(Townsfolk townsfolk, Function<Role, Person> staff) {
        Person administrator = staff.apply(Role.ADMINISTRATOR);
        Map<String, Long> numbers = new LinkedHashMap<>();
        DEPARTMENTS.forEach((group, name) ->
                numbers.put(group, personnel.addDepartment(administrator, name, addresses(townsfolk.group(group)))));
        personnel.limit(administrator, staff.apply(Role.REVIEWER), Set.of(numbers.get("clerk"), numbers.get("works")));
        personnel.publishPolicy(administrator, text("notice.txt"), text("policy.txt"));
        for (Role role : List.of(Role.RECORDS_OFFICER, Role.COUNSEL, Role.ADMINISTRATOR, Role.AUDITOR))
            personnel.acknowledgePolicy(staff.apply(role));
        fileRequest(administrator, staff.apply(Role.RECORDS_OFFICER), "City Clerk and Records Officer");
        fileRequest(administrator, staff.apply(Role.COUNSEL), "Corporation Counsel");
        Citizen deputy = townsfolk.named("clerk.2");
        personnel.invite(administrator, deputy.name(), deputy.address(), Role.REVIEWER);
    }

    private void fileRequest(Person by, Person of, String office) {
        byte[] paper = text("written-request.txt")
                .replace("PERSON", of.name())
                .replace("OFFICE", office)
                .getBytes(StandardCharsets.UTF_8);
        personnel.fileWrittenRequest(by, of, "Access request, " + of.name(), paper);
    }

    private static List<String> addresses(List<Citizen> citizens) {
        return citizens.stream().map(Citizen::address).toList();
    }

    private static String text(String resource) {
        return String.join("\n", StoryBook.lines(resource));
    }

    private static Map<String, String> departments() {
        Map<String, String> departments = new LinkedHashMap<>();
        departments.put("clerk", "City Clerk");
        departments.put("finance", "Finance");
        departments.put("parks", "Parks and Recreation");
        departments.put("planning", "Planning and Zoning");
        departments.put("police", "Police");
        departments.put("works", "Public Works");
        return departments;
    }
}
