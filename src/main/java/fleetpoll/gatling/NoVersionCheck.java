package fleetpoll.gatling;

import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;

/**
 * Keeps Gatling from asking a repository on the internet for newer versions at every start: Gatling
 * asks if its preferences date the last check long ago; these preferences, registered as the JVM's,
 * date it in the future.
 */
public final class NoVersionCheck implements PreferencesFactory {

  private static final String LAST_CHECK = "lastCheckTimestamp";
  private static final String FAR_FUTURE = Long.toString(Long.MAX_VALUE / 2);

  private static final Preferences ROOT = new Forgetful(null, "");

  @Override
  public Preferences systemRoot() {
    return ROOT;
  }

  @Override
  public Preferences userRoot() {
    return ROOT;
  }

  /** Preferences that store nothing. */
  private static final class Forgetful extends AbstractPreferences {

    Forgetful(AbstractPreferences parent, String name) {
      super(parent, name);
    }

    @Override
    protected String getSpi(String key) {
      return key.equals(LAST_CHECK) ? FAR_FUTURE : null;
    }

    @Override
    protected AbstractPreferences childSpi(String name) {
      return new Forgetful(this, name);
    }

    @Override
    protected String[] keysSpi() {
      return new String[0];
    }

    @Override
    protected String[] childrenNamesSpi() {
      return new String[0];
    }

    @Override
    protected void putSpi(String key, String value) {}

    @Override
    protected void removeSpi(String key) {}

    @Override
    protected void removeNodeSpi() {}

    @Override
    protected void syncSpi() {}

    @Override
    protected void flushSpi() {}
  }
}
