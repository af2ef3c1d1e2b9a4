/** What our pages are made of: templates, and the files that they load. */
package dev.tenantry.adapters.http.html;
