import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Names some ports that nobody listens at.
final class FreePorts {
    public static void main(String[] given) throws Exception {
        List<ServerSocket> open = new ArrayList<>();
        for (int port = 0; port < Integer.parseInt(given[0]); port++) open.add(new ServerSocket(0));
        System.out.println(open.stream().map(socket -> "" + socket.getLocalPort()).collect(Collectors.joining(" ")));
        for (ServerSocket socket : open) socket.close();
    }
}
