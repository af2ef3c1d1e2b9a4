package dev.tenantry.app.simulate;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;

/** The browser of whoever runs the command. */
final class Browser {

    private Browser() {}

    /** Prints where the page is, and opens it if there is a desktop to do so. */
    static void show(URI page, boolean open) {
        System.out.println();
        System.out.println("The settings page: " + page);
        if (open && !GraphicsEnvironment.isHeadless() && Desktop.isDesktopSupported()) {
            browse(page);
        }
    }

    private static void browse(URI page) {
        try {
            Desktop.getDesktop().browse(page);
        } catch (IOException | UnsupportedOperationException noBrowser) {
            System.out.println("No browser could be opened: " + noBrowser.getMessage());
        }
    }
}
