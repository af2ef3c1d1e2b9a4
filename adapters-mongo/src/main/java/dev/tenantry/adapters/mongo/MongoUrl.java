package dev.tenantry.adapters.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import dev.tenantry.domain.error.StorageException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a MongoDB is.
 *
 * @param name what the URL is called where it was given
 * @param url MongoDB's connection string with the name of the database
 * @param user who connects; empty if the server asks for nobody, or if the URL says so
 * @param password empty for none
 */
record MongoUrl(String name, String url, String user, String password) {

    static final String URLS = "mongodb(\\+srv)?://[^/?]+/[^/?]+(\\?.*)?";
    static final String EXPECTED = "must be mongodb://host/database or mongodb+srv://host/database";

    /** Does not say what the driver objects to: it may quote the password. */
    ConnectionString connectionString() {
        if (!url.matches(URLS)) {
            throw new StorageException(name + " " + EXPECTED + ", but it is not");
        }
        try {
            return new ConnectionString(user.isEmpty() ? url : withUser());
        } catch (IllegalArgumentException | MongoException e) {
            throw new StorageException(name + " is no connection string that MongoDB's driver understands");
        }
    }

    /** The driver reads the rest of the credential, such as {@code authSource}, only from a URL that names the user. */
    private String withUser() {
        int host = url.indexOf("://") + "://".length();
        int named = url.lastIndexOf('@', url.indexOf('/', host));
        var credential = password.isEmpty() ? encode(user) : encode(user) + ':' + encode(password);
        return url.substring(0, host) + credential + '@' + url.substring(Math.max(host, named + 1));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Shows neither the password nor the URL, which may hold one. */
    @Override
    public String toString() {
        return "MongoUrl[" + name + "]";
    }
}
