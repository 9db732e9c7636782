package de.kim.kit.access;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetParseException;
import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Map;

/**
 * The issuer's public keys, found where its own metadata says (OpenID Connect Discovery 1.0 §4).
 * Both are read anew each time that keys are asked for, so nothing is needed from the issuer before
 * the first token comes.
 */
final class IssuerKeys implements JWKSetSource<SecurityContext> {
    private static final int CONNECT_MILLIS = 2000;
    private static final int READ_MILLIS = 3000;
    private static final int MAX_BYTES = 200_000;

    private final URI issuer;
    private final DefaultResourceRetriever web =
            new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MAX_BYTES);

    IssuerKeys(URI issuer) {
        this.issuer = issuer;
    }

    @Override
    public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, SecurityContext context)
            throws JWKSetUnavailableException {
        try {
            Map<String, Object> metadata =
                    JSONObjectUtils.parse(read(issuer + "/.well-known/openid-configuration"));
            if (!issuer.toString().equals(metadata.get("issuer"))) {
                throw new JWKSetParseException("the issuer is another one", null);
            }
            return JWKSet.parse(read(JSONObjectUtils.getString(metadata, "jwks_uri")));
        } catch (IOException e) {
            throw new JWKSetRetrievalException("the issuer does not answer", e);
        } catch (ParseException e) {
            throw new JWKSetParseException("the issuer's answer makes no sense", e);
        }
    }

    private String read(String address) throws IOException {
        return web.retrieveResource(URI.create(address).toURL()).getContent();
    }

    @Override
    public void close() {
        // holds nothing open
    }
}
