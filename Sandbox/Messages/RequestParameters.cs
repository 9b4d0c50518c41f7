using Microsoft.Xrm.Sdk;

namespace Sandbox.Messages;

/// <summary>Reads the parameters of a request, early- or late-bound.</summary>
internal static class RequestParameters
{
    /// <summary>The parameter, or the platform's fault.</summary>
    public static T Required<T>(this OrganizationRequest request, string name) =>
        request.Parameters.TryGetValue(name, out var value) && value is not null
            ? value is T typed ? typed : throw WrongType<T>(request, name, value)
            : throw Faults.MissingParameter(request.RequestName, name);

    /// <summary>The parameter, or the default when it was not sent.</summary>
    public static T? Optional<T>(this OrganizationRequest request, string name) =>
        !request.Parameters.TryGetValue(name, out var value) || value is null ? default
        : value is T typed ? typed
        : throw WrongType<T>(request, name, value);

    /// <summary>Faults by name for a parameter that would be passed over.</summary>
    /// <remarks>There is no duplicate detection here, so asking to suppress it asks for what is so.</remarks>
    public static void Allow(this OrganizationRequest request, params ReadOnlySpan<string> names)
    {
        foreach (var (name, _) in request.Parameters)
        {
            if (name is not ("tag" or "SuppressDuplicateDetection") && !names.Contains(name))
                throw Faults.NotSupported($"The parameter '{name}' of '{request.RequestName}'");
        }
    }

    private static OrganizationFault WrongType<T>(OrganizationRequest request, string name, object value) =>
        Faults.Invalid($"The parameter '{name}' of '{request.RequestName}' takes a {typeof(T).Name}, not a {value.GetType().Name}.");
}
