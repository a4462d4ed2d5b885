package org.muniment.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// This is the one database of a data folder; it is opened, and made, when it is first needed. `WRITE_DELAY=0` keeps a
/// commit through a halt of the process; what a person is told is done goes through [#done], which also forces it to
/// disk. It closes when its folder does, not when the process is told to end. Any thread may use it, also one that is
/// interrupted: `async:` makes H2 use a channel that an interrupt does not close for everybody.
public final class WorkflowDatabase implements AutoCloseable {
    private static final String FILE = "muniment";
    private static final int CONNECTIONS_MAX = 32;

    private final Path folder;
    /// Held while tables change. Not this object's own lock: whoever is in a transaction needs that one, and a
    /// migration may wait for the transaction.
    private final Object migration = new Object();
    /// Packages whose tables need no look until it is opened again; guarded by `migration`.
    private final Set<String> upToDate = new HashSet<>();

    private @Nullable Opened opened;
    private volatile @Nullable ColumnSeal seal;

    private record Opened(JdbcConnectionPool pool, JdbcClient sql, TransactionTemplate transactions) {}

    private WorkflowDatabase(Path folder) {
        this.folder = folder;
    }

    public static WorkflowDatabase in(Path folder) {
        return new WorkflowDatabase(folder);
    }

    /// Gives the key under which secrets are sealed in it, derived from the archive's own ([ADR
    /// 22](docs/adr/0022-secrets-are-sealed-in-the-database.md)).
    public WorkflowDatabase sealedBy(SecretKey key) {
        seal = new ColumnSeal(key);
        return this;
    }

    /// How secrets are written into it; `IllegalStateException` while no key was given.
    public ColumnSeal seal() {
        ColumnSeal given = seal;
        if (given == null) throw new IllegalStateException("this database was given no key to seal secrets with");
        return given;
    }

    /// The folder beside it for files that belong to its rows; made when it is first needed. What
    /// is written there is to be sealed: see [#seal].
    public Path filesOf(String owner) {
        return folder.resolve(owner);
    }

    /// Whether it was ever made.
    public synchronized boolean isThere() {
        return opened != null || Files.exists(folder.resolve(FILE + ".mv.db"));
    }

    /// Brings the tables of one package up to date: `V1__….sql` and so on beside its classes, in a history of its own.
    /// One package at a time, and never while it closes: two that change tables at once stand in each
    /// other's way, and a migration that failed half-way is not tried again.
    public void migrate(Class<?> owner) {
        synchronized (migration) {
            if (upToDate.contains(owner.getPackageName())) return;
            bringUpToDate(owner);
            upToDate.add(owner.getPackageName());
        }
    }

    private void bringUpToDate(Class<?> owner) {
        String name = owner.getPackageName();
        Flyway.configure(owner.getClassLoader())
                .dataSource(source())
                .locations("classpath:" + name.replace('.', '/'))
                .table("history_" + name.substring(name.lastIndexOf('.') + 1))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    public JdbcClient sql() {
        return opened().sql;
    }

    public DataSource source() {
        return opened().pool;
    }

    /// Does all of the work or none of it, and has it on disk on return (2 to 3 ms).
    public <T> T done(Supplier<T> work) {
        T result = opened().transactions.execute(_ -> work.get());
        sql().sql("CHECKPOINT SYNC").update();
        return result;
    }

    /// Copies the database into a ZIP file while it is used; it shows one moment. Not forced.
    public void backUp(Path zip) {
        sql().sql("BACKUP TO '" + zip.toAbsolutePath().toString().replace("'", "''") + "'")
                .update();
    }

    /// Has its file written anew when it is closed or, after a stop that did not close it, opened: what was taken out
    /// of
    /// rows is in old pages of the file until then. On disk on return.
    public void rewrittenWhenClosed() {
        owed().owe();
    }

    private OwedRewriting owed() {
        return new OwedRewriting(folder.resolve(FILE + ".rewrite"));
    }

    private synchronized Opened opened() {
        Opened already = opened;
        if (already != null) return already;
        Opened now = open();
        if (owed().isOwed()) {
            shutDown(now);
            now = open();
        }
        opened = now;
        return now;
    }

    private Opened open() {
        try {
            Files.createDirectories(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        String url = "jdbc:h2:async:" + folder.toAbsolutePath().resolve(FILE)
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=15000";
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "sa", "");
        pool.setMaxConnections(CONNECTIONS_MAX);
        return new Opened(pool, JdbcClient.create(pool), new TransactionTemplate(new JdbcTransactionManager(pool)));
    }

    /// Closes it; it is opened again if somebody still needs it.
    @Override
    public void close() {
        synchronized (migration) {
            upToDate.clear();
            shutDown();
        }
    }

    private synchronized void shutDown() {
        Opened closing = opened;
        if (closing == null) return;
        opened = null;
        shutDown(closing);
    }

    private void shutDown(Opened closing) {
        OwedRewriting owed = owed();
        boolean isOwed = owed.isOwed();
        closing.sql.sql(isOwed ? "SHUTDOWN COMPACT" : "SHUTDOWN").update();
        closing.pool.dispose();
        if (isOwed) owed.settle();
    }
}
