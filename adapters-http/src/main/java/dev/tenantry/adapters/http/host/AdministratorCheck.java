package dev.tenantry.adapters.http.host;

import dev.tenantry.domain.model.Product;

/** How to find out of a host product whether an account administers it. */
interface AdministratorCheck {

    /** Returns whether it does, or throws {@link dev.tenantry.domain.error.HostUnavailableException}. */
    boolean confirms(HostQuestions host, String accountId);

    static AdministratorCheck of(Product product) {
        return switch (product) {
            case JIRA -> new JiraAdministratorCheck();
            case CONFLUENCE -> new ConfluenceAdministratorCheck();
            case BITBUCKET -> new BitbucketAdministratorCheck();
        };
    }
}
