namespace DataverseReadiness.Rules;

/// <summary>A supported language. Values are those of the choice <c>rdy_language</c>.</summary>
public enum Language
{
    English = 847360000,
    ChineseSimplified = 847360001,
    Czech = 847360002,
    Danish = 847360003,
    Dutch = 847360004,
    Finnish = 847360005,
    French = 847360006,
    German = 847360007,
    Italian = 847360008,
    Japanese = 847360009,
    Norwegian = 847360010,
    Polish = 847360011,
    PortugueseBrazil = 847360012,
    Spanish = 847360013,
    Swedish = 847360014,
    Turkish = 847360015,
}
