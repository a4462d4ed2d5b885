package org.muniment.access;

import java.util.Set;

/// This is what tells whose mail is a department's: `people` keeps it, `privilege` asks it.
public interface Departments {
    /// The people of these departments: addresses, and domains with `@` before them.
    Set<String> participants(Set<Long> departments);

    /// The people of all departments, so written; nobody where no department is known.
    default Set<String> everybody() {
        return Set.of();
    }

    /// The city's own domains, in lower case: those of the departments' addresses, and of everybody with an account.
    default Set<String> domains() {
        return Set.of();
    }
}
