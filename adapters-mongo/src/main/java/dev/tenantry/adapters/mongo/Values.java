package dev.tenantry.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** The documents of {@code settings}, one for each setting of each life. */
final class Values {

    static final String ID = "_id";
    static final String TENANT = "_id.tenant";
    static final String INCARNATION = "_id.incarnation";
    static final String ETAG = "etag";
    static final String WRITE = "write";

    private static final String VALUE = "value";

    private Values() {}

    static Document id(Life life, SettingKey key) {
        return new Document("tenant", life.tenant().value())
                .append("incarnation", life.incarnation().toString())
                .append("key", key.value());
    }

    static Bson of(Life life) {
        return and(
                eq(TENANT, life.tenant().value()),
                eq(INCARNATION, life.incarnation().toString()));
    }

    /** Returns a document that was never written before: its {@code write} is new, even if its value is not. */
    static Document document(Life life, Setting setting) {
        return new Document(ID, id(life, setting.key()))
                .append(Order.FIELD, Order.of(setting.key().value()))
                .append(VALUE, setting.value().text())
                .append(ETAG, setting.etag().value())
                .append(WRITE, new ObjectId());
    }

    /** Finds this very write as long as nobody wrote after it. */
    static Bson unchanged(Document written) {
        return and(eq(ID, written.get(ID)), eq(WRITE, written.get(WRITE)));
    }

    /** Returns the setting's name as it is stored. */
    static String name(Document document) {
        return document.get(ID, Document.class).getString("key");
    }

    static Setting setting(Document document) {
        return new Setting(new SettingKey(name(document)), new JsonText(document.getString(VALUE)));
    }

    static Life life(Document document) {
        var id = document.get(ID, Document.class);
        return new Life(new TenantId(id.getString("tenant")), Incarnation.parse(id.getString("incarnation")));
    }
}
