package org.muniment.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.muniment.access.PersonId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// This is the list of departments, and who is limited to which.
@Component
public final class Departments implements org.muniment.access.Departments {
    private final WorkflowDatabase database;
    private final JdbcClient sql;

    public Departments(WorkflowDatabase database) {
        this.database = database;
        database.migrate(Departments.class);
        this.sql = database.sql();
    }

    /// All of them, by name.
    public List<Department> all() {
        Map<Long, List<String>> addresses = new TreeMap<>();
        sql.sql("SELECT department, address FROM department_address ORDER BY address")
                .query(row -> {
                    addresses
                            .computeIfAbsent(row.getLong("department"), _ -> new ArrayList<>())
                            .add(row.getString("address"));
                });
        return sql.sql("SELECT id, name FROM department ORDER BY name")
                .query((row, _) -> new Department(
                        row.getLong("id"), row.getString("name"), addresses.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /// Somebody who is limited to a department.
    record Limited(long id, String name) {}

    /// Who is limited to which department, by name; departments without anybody are left out.
    Map<Long, List<Limited>> limited() {
        Map<Long, List<Limited>> limited = new TreeMap<>();
        sql.sql("""
                        SELECT department, id, name FROM person_department JOIN person ON id = person
                        ORDER BY name, id""").query(row -> {
            limited.computeIfAbsent(row.getLong("department"), _ -> new ArrayList<>())
                    .add(new Limited(row.getLong("id"), row.getString("name")));
        });
        return limited;
    }

    @Override
    public Set<String> participants(Set<Long> departments) {
        if (departments.isEmpty()) return Set.of();
        return new TreeSet<>(sql.sql("SELECT address FROM department_address WHERE department IN (:departments)")
                .param("departments", departments)
                .query((row, _) -> participant(row.getString("address")))
                .list());
    }

    @Override
    public Set<String> everybody() {
        return new TreeSet<>(sql.sql("SELECT address FROM department_address")
                .query((row, _) -> participant(row.getString("address")))
                .list());
    }

    @Override
    public Set<String> domains() {
        return sql
                .sql("SELECT address FROM department_address UNION SELECT email FROM person")
                .query((row, _) -> domain(row.getString("address")))
                .list()
                .stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static String participant(String address) {
        return address.contains("@") ? address : "@" + address;
    }

    /// The departments that alone a person sees; none means the whole city.
    public Set<Long> of(PersonId person) {
        return new TreeSet<>(sql.sql("SELECT department FROM person_department WHERE person = :person")
                .param("person", person.number())
                .query(Long.class)
                .list());
    }

    Department add(Department department) {
        return database.done(() -> {
            long id = unlessTaken(
                    department,
                    () -> sql.sql("""
                            SELECT id FROM FINAL TABLE (INSERT INTO department (name) VALUES (:name))""")
                            .param("name", department.name())
                            .query(Long.class)
                            .single());
            writeAddresses(id, department.addresses());
            return new Department(id, department.name(), department.addresses());
        });
    }

    /// Writes its name and addresses anew. Throws [NotThere].
    void change(Department department) {
        database.done(() -> {
            int rows = unlessTaken(
                    department,
                    () -> sql.sql("UPDATE department SET name = :name WHERE id = :id")
                            .param("name", department.name())
                            .param("id", department.id())
                            .update());
            if (rows == 0) throw new NotThere("department");
            sql.sql("DELETE FROM department_address WHERE department = :id")
                    .param("id", department.id())
                    .update();
            writeAddresses(department.id(), department.addresses());
            return rows;
        });
    }

    /// Removes it. Throws [NotThere], and [PeopleAreLimitedToDepartment], because without it they would see all.
    Department remove(long id) {
        return database.done(() -> {
            Department removed = all().stream()
                    .filter(department -> department.id() == id)
                    .findFirst()
                    .orElseThrow(() -> new NotThere("department"));
            int people = sql.sql("SELECT COUNT(*) FROM person_department WHERE department = :id")
                    .param("id", id)
                    .query(Integer.class)
                    .single();
            if (people > 0) throw new PeopleAreLimitedToDepartment(removed.name(), people);
            sql.sql("DELETE FROM department WHERE id = :id").param("id", id).update();
            return removed;
        });
    }

    /// Limits a person to these departments; none lifts the limit. Throws [NotThere].
    void limit(PersonId person, Set<Long> departments) {
        database.done(() -> {
            if (!all().stream().map(Department::id).toList().containsAll(departments)) throw new NotThere("department");
            sql.sql("DELETE FROM person_department WHERE person = :person")
                    .param("person", person.number())
                    .update();
            departments.forEach(department -> sql.sql("""
                            INSERT INTO person_department (person, department) VALUES (:person, :department)""")
                    .param("person", person.number())
                    .param("department", department)
                    .update());
            return departments;
        });
    }

    private static <T> T unlessTaken(Department department, Supplier<T> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException taken) {
            throw new EntryIsWrong("There is already a department named “" + department.name() + "”.");
        }
    }

    private void writeAddresses(long id, List<String> addresses) {
        addresses.forEach(
                address -> sql.sql("INSERT INTO department_address (department, address) VALUES (:id, :address)")
                        .param("id", id)
                        .param("address", address)
                        .update());
    }
}
