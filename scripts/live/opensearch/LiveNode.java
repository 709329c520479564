import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opensearch.common.logging.LogConfigurator;
import org.opensearch.common.settings.Settings;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;

/**
 * `LiveNode FOLDER HTTP_PORT TRANSPORT_PORT`: one OpenSearch node, all of it in one folder, on loopback, until it is ended.
 * The bootstrap of the distribution is left out: it asks for a folder of modules and for limits of the system, which tests need not.
 */
final class LiveNode extends Node {
  private LiveNode(Settings settings, Path home) {
    super(
        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), home, () -> "oddline-live"),
        List.of(Netty4Plugin.class),
        false);
  }

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]);
    LogConfigurator.setNodeName("oddline-live");
    Node node = new LiveNode(settings(home, arguments[1], arguments[2]), home);
    node.start();
    Thread.currentThread().join();
  }

  private static Settings settings(Path home, String http, String transport) {
    return Settings.builder()
        .put("path.home", home)
        .put("path.data", home.resolve("data"))
        .put("network.host", "127.0.0.1")
        .put("http.port", http)
        .put("transport.port", transport)
        .put("http.type", "netty4")
        .put("transport.type", "netty4")
        .put("discovery.type", "single-node")
        .put("cluster.routing.allocation.disk.threshold_enabled", false)
        .build();
  }
}
