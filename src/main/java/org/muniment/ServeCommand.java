package org.muniment;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.muniment.operator.DataFolder;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `serve`: starts the server on a data folder and stays until it is told to stop.
@Command(
        name = "serve",
        description = "Start the server: the journal (SMTP) and the web page, both on this computer only.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "The data folder. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of("data");

    @Option(names = "--http", paramLabel = "PORT", description = "Port of the web page. Default: ${DEFAULT-VALUE}.")
    private int http = 8080;

    @Option(names = "--smtp", paramLabel = "PORT", description = "Port of the journal. Default: ${DEFAULT-VALUE}.")
    private int smtp = 2525;

    @Override
    public Integer call() throws Exception {
        DataFolder folder = DataFolder.open(data.toAbsolutePath().normalize(), DataFolder.Settings.standard());
        CountDownLatch stopped = new CountDownLatch(1);
        ConfigurableApplicationContext server = start(folder);
        server.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) stopped.countDown();
        });
        Doors doors = server.getBean(Doors.class);
        System.out.printf(
                "Muniment is running on %s%n  web page  http://localhost:%s%n  journal   smtp://localhost:%d%n"
                        + "It answers this computer only. Stop it with Ctrl-C.%n",
                folder.path(), server.getEnvironment().getProperty("local.server.port"), doors.port());
        stopped.await();
        return 0;
    }

    private ConfigurableApplicationContext start(DataFolder folder) throws Exception {
        SpringApplication application = new SpringApplication(MunimentServer.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("server.port", http, "muniment.smtp.port", smtp));
        // As a bean the folder is closed after everything that uses it.
        application.addInitializers(
                context -> ((GenericApplicationContext) context).registerBean(DataFolder.class, () -> folder));
        try {
            return application.run();
        } catch (RuntimeException failure) {
            folder.close();
            throw ServerDidNotStart.because(failure, http);
        }
    }
}
