/** The domain over HTTP: the one public way in is {@link dev.tenantry.adapters.http.HttpAdapter}. */
package dev.tenantry.adapters.http;
