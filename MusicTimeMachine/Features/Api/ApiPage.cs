using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;

namespace MusicTimeMachine.Features.Api;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Limit">How many items.</param>
/// <param name="Offset">How many to leave out before them.</param>
internal sealed record ApiPage(
    [property: FromQuery(Name = "limit"), Range(1, ApiPage.Most), Description("How many items, 1 to 200; 50 unless told.")] int? Limit,
    [property: FromQuery(Name = "offset"), Range(0, int.MaxValue), Description("How many items to leave out before them, from 0.")] int? Offset)
{
    /// <summary>The most items of one answer.</summary>
    public const int Most = 200;

    /// <summary>How many items.</summary>
    public int Take => Limit ?? 50;

    /// <summary>How many to leave out.</summary>
    public int Skip => Offset ?? 0;

    /// <summary>What is wrong with it; null when it is right.</summary>
    public IResult? Problem =>
        Take is < 1 or > Most ? ApiProblem.BadRequest($"The parameter limit is {Limit}: it must be 1 to {Most}.")
        : Skip < 0 ? ApiProblem.BadRequest($"The parameter offset is {Offset}: it must be 0 or more.")
        : null;
}
