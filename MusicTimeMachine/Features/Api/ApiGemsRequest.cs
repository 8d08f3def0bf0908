using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using MusicTimeMachine.Features.Gems;

namespace MusicTimeMachine.Features.Api;

/// <summary>Which gems are asked for.</summary>
internal sealed record ApiGemsRequest(
    [property: FromQuery(Name = "lovedFromDays"), Description("The time of love begins so many days ago; 365 unless told.")] int? LovedFromDays,
    [property: FromQuery(Name = "lovedToDays"), Description("It ends so many days ago; 90 unless told.")] int? LovedToDays,
    [property: FromQuery(Name = "silentDays"), Description("Not heard for so many days; 30 unless told.")] int? SilentDays,
    [property: FromQuery(Name = "minPlays"), Description("Counted plays that make a song loved; 5 unless told. Of snapshots one is enough.")] int? MinPlays,
    [property: FromQuery(Name = "source"), Description("What says that it was loved: plays (unless told) or snapshots.")] string? Source,
    [property: FromQuery(Name = "limit"), Description("How many, 1 to 200; 50 unless told.")] int? Limit)
{
    /// <summary>The request with what was not told.</summary>
    public GemsRequest Request
    {
        get
        {
            var usual = new GemsRequest();
            return usual with
            {
                LovedFromDays = LovedFromDays ?? usual.LovedFromDays,
                LovedToDays = LovedToDays ?? usual.LovedToDays,
                SilentDays = SilentDays ?? usual.SilentDays,
                MinPlays = MinPlays ?? usual.MinPlays,
                Source = Source == "snapshots" ? GemSource.Snapshots : GemSource.Plays,
                Limit = Limit ?? 50,
            };
        }
    }

    /// <summary>What is wrong with it; null when it is right.</summary>
    public IResult? Problem =>
        new ApiPage(Limit, null).Problem
        ?? (Source is not (null or "" or "plays" or "snapshots") ? ApiProblem.BadRequest($"The parameter source cannot be \"{Source}\": it is plays or snapshots.")
            : Request is var asked && asked.Bounded() != asked ? ApiProblem.BadRequest(
                $"These days make no sense: lovedFromDays is 2 to {GemsRequest.MostDays} and more than lovedToDays, silentDays is 1 to {GemsRequest.MostDays}, and minPlays at least 1.")
            : null);
}
