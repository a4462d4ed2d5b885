package org.muniment;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/// This is the server: the web application around one opened data folder.
@SpringBootApplication
class MunimentServer {}
