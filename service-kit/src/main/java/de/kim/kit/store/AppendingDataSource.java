package de.kim.kit.store;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The service's pool, as a source of {@link AppendingConnection}s. */
final class AppendingDataSource extends DelegatingDataSource {
    AppendingDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public AppendingConnection getConnection() throws SQLException {
        return appending(super.getConnection());
    }

    @Override
    public AppendingConnection getConnection(String username, String password) throws SQLException {
        return appending(super.getConnection(username, password));
    }

    private static AppendingConnection appending(Connection connection) throws SQLException {
        return proxy(
                AppendingConnection.class,
                new ConnectionCalls(connection, new LateTransaction(connection)));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler calls) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
    }

    private static @Nullable Object call(
            Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** What concerns the transaction goes to it; before everything else it has to have begun. */
    private record ConnectionCalls(Connection connection, LateTransaction transaction)
            implements InvocationHandler {
        private static final Map<Method, Method> OF_TRANSACTION = ofTransaction();

        private static Map<Method, Method> ofTransaction() {
            Map<Method, Method> found = new HashMap<>();
            for (Method own : LateTransaction.class.getMethods()) {
                Arrays.stream(AppendingConnection.class.getMethods())
                        .filter(method -> method.getName().equals(own.getName()))
                        .filter(
                                method ->
                                        Arrays.equals(
                                                method.getParameterTypes(),
                                                own.getParameterTypes()))
                        .forEach(method -> found.put(method, own));
            }
            return found;
        }

        @Override
        public @Nullable Object invoke(
                Object self, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals")
                        ? arguments != null && self == arguments[0]
                        : call(transaction, method, arguments);
            }
            Method own = OF_TRANSACTION.get(method);
            if (own != null) {
                return call(transaction, own, arguments);
            }
            transaction.begin();
            Object result = call(connection, method, arguments);
            return result instanceof Statement statement
                    ? proxy(method.getReturnType(), new StatementCalls(statement, this, self))
                    : result;
        }
    }

    /** A statement may be executed long after it was made, perhaps behind an append. */
    private record StatementCalls(Statement statement, ConnectionCalls connection, Object self)
            implements InvocationHandler {
        @Override
        public @Nullable Object invoke(
                Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            switch (method.getName()) {
                case "getConnection" -> {
                    return self;
                }
                case "unwrap" -> connection.transaction().letNothingWait();
                default -> {
                    if (method.getName().startsWith("execute")) {
                        connection.transaction().begin();
                    }
                }
            }
            return call(statement, method, arguments);
        }
    }
}
