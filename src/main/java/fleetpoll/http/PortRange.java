package fleetpoll.http;

import fleetpoll.schedule.LocalPorts;
import io.netty.channel.Channel;
import io.netty.channel.ChannelException;
import io.netty.channel.unix.IntegerUnixChannelOption;

/**
 * Lets connections use all local ports alike. Without it, Linux tries every second port first: as
 * soon as half of them are taken, each further connection looks at all of those in vain, for up to
 * a millisecond. The option is IP_LOCAL_PORT_RANGE of ip(7), since Linux 6.3; before 6.8 it changes
 * nothing here. Belongs to one event loop.
 */
final class PortRange {

  private static final int IPPROTO_IP = 0;
  private static final int IP_LOCAL_PORT_RANGE = 51;
  private static final IntegerUnixChannelOption OPTION =
      new IntegerUnixChannelOption("IP_LOCAL_PORT_RANGE", IPPROTO_IP, IP_LOCAL_PORT_RANGE);

  private final int range;
  private boolean isKnown;

  private PortRange(int range) {
    this.range = range;
    this.isKnown = range != 0;
  }

  /** Does nothing on a machine that has no such range. */
  static PortRange ofThisMachine() {
    return new PortRange(
        LocalPorts.ofThisMachine().map(ports -> ports.last() << 16 | ports.first()).orElse(0));
  }

  /** Before the channel connects. */
  void apply(Channel channel) {
    if (!isKnown) {
      return;
    }
    try {
      channel.config().setOption(OPTION, range);
    } catch (ChannelException olderKernel) {
      isKnown = false;
    }
  }
}
