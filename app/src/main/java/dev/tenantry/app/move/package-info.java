/** The file format of exports: NDJSON, one line for each tenant, link and setting; {@code docs/ndjson.md} describes it. */
package dev.tenantry.app.move;
