/** The keys of config.yml, their checks and their defaults. */
package dev.tenantry.app.config;
