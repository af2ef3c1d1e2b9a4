package dev.tenantry.adapters.http.host;

import dev.tenantry.domain.model.Product;
import java.util.Optional;

/** How to find out of a host product whether an account administers it. */
interface AdministratorCheck {

    /** Returns whether it does, or throws {@link dev.tenantry.domain.error.HostUnavailableException}. */
    boolean confirms(HostQuestions host, String accountId);

    /**
     * Returns the way of one product.
     *
     * @param workspace the uuid of Bitbucket's workspace, in braces; empty if nobody has named it, and elsewhere
     */
    static AdministratorCheck of(Product product, Optional<String> workspace) {
        return switch (product) {
            case JIRA -> new JiraAdministratorCheck();
            case CONFLUENCE -> new ConfluenceAdministratorCheck();
            case BITBUCKET -> new BitbucketAdministratorCheck(workspace);
        };
    }
}
