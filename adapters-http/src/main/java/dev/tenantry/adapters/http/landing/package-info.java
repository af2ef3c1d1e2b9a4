/** The page that a person sees who opens the app's address. */
package dev.tenantry.adapters.http.landing;
